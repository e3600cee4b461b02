// Starts Swagger UI on the service's own document, and shows event streams while they arrive.
//
// Swagger UI by itself reads an answer to its end before it shows anything, so a stream would look like a hanging request.
(() => {
  "use strict";

  // The streams that are being read, by operation, so that "Clear" and a second "Execute" end them.
  const reading = new Map();
  const stop = (key) => {
    reading.get(key)?.abort();
    reading.delete(key);
  };

  // A fetch that reads event streams piece by piece, telling `show` the text so far, and answers with the whole.
  const fetchStream = (key, show) => async (url, request) => {
    stop(key);
    const reader = new AbortController();
    reading.set(key, reader);
    const response = await fetch(url, { ...request, signal: reader.signal });
    const type = response.headers.get("content-type") ?? "";
    if (!type.startsWith("text/event-stream")) return response;
    const answer = { status: response.status, statusText: response.statusText, headers: response.headers };
    let text = "";
    let painted = true;
    try {
      for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
        text += piece;
        if (!painted) continue;
        painted = false;
        requestAnimationFrame(() => {
          painted = true;
          if (reading.get(key) === reader) show({ ...answer, url, text });
        });
      }
    } catch (error) {
      // Ended by hand: what came so far is the answer. Broken off: the stream itself says so.
      if (!reader.signal.aborted) text += `\n: the connection broke off (${error.message})\n`;
    }
    if (reading.get(key) === reader) reading.delete(key);
    return new Response(text, answer);
  };

  const streams = () => ({
    statePlugins: {
      spec: {
        wrapActions: {
          executeRequest: (original, { specActions }) => (request) => {
            const { pathName, method } = request;
            const show = ({ status, url, headers, text }) =>
              specActions.setResponse(pathName, method, {
                status, url, text, data: text, ok: true, headers: Object.fromEntries(headers),
              });
            return original({ ...request, userFetch: fetchStream(`${method} ${pathName}`, show) });
          },
          clearResponse: (original) => (pathName, method) => {
            stop(`${method} ${pathName}`);
            return original(pathName, method);
          },
        },
      },
    },
  });

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", colour);
  colour();

  window.ui = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#swagger-ui",
    plugins: [streams],
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    displayOperationId: true,
    filter: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    requestSnippetsEnabled: true,
    validatorUrl: null,
  });
})();
