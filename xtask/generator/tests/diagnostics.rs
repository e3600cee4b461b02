//! A golden list: for each fault what is reported, with code, place and help. `UPDATE_EXPECT=1 cargo test` writes it anew.

use expect_test::{Expect, expect};
use openapi_dropshot::{Code, Document, check};

/// The sound document that each case spoils.
const SOUND: &str = include_str!("small/small.yaml");

/// Replaces text in the sound document and compares every diagnostic, a line each.
fn golden(edits: &[(&str, &str)], expected: &Expect) {
    let mut text = SOUND.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "the sound document has no `{from}`");
        text = text.replace(from, to);
    }
    let faults = Document::parse(&text, "small.yaml")
        .and_then(|document| check(&document))
        .err();
    let lines = faults.iter().flat_map(|faults| faults.iter()).map(|fault| {
        let help = fault
            .help
            .as_ref()
            .map(|help| format!(" (help: {help})"))
            .unwrap_or_default();
        format!(
            "{} {}:{} {} {}{help}\n",
            fault.code.id(),
            fault.line,
            fault.column,
            fault.pointer,
            fault.message
        )
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn the_sound_document_has_no_fault() {
    golden(&[], &expect![[""]]);
}

#[test]
fn codes_are_unique_and_explained() {
    let mut ids: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    ids.dedup();
    assert_eq!(ids.len(), Code::ALL.len());
    assert!(
        Code::ALL
            .iter()
            .all(|code| code.rule().trim().ends_with('.'))
    );
}

#[test]
fn a_diagnostic_in_full() {
    let text = SOUND
        .replace("enum: [open, done]", "enum: [open, 3]")
        .replace("  - bearer: []", "  - barer: []");
    let document = Document::parse(&text, "small.yaml").unwrap();
    let faults = check(&document).unwrap_err();
    expect![[r#"
        error[E0318]: there is no security scheme `barer`
          --> small.yaml:11:5
           |
        11 |   - barer: []
           |     ^^^^^
           |
           = note: at `/security/0`

        error[E0404]: a value that its own schema refuses: 3 is not of type "string"
           --> small.yaml:216:46
            |
        216 |     NoteStatus: { type: string, enum: [open, 3] }
            |                                              ^
            |
            = note: at `/components/schemas/NoteStatus/enum/1`

        2 faults found"#]]
    .assert_eq(&faults.to_string());
}

#[test]
fn not_yaml() {
    golden(
        &[("openapi: 3.0.3", "openapi: [3.0.3")],
        &expect![[r#"
        E0001 2:5 /openapi/0 the text is not YAML: illegal placement of ':' indicator
    "#]],
    );
}

#[test]
fn a_key_twice() {
    golden(
        &[(
            "  version: 1.0.0",
            r#"  version: 1.0.0
  title: Again"#,
        )],
        &expect![[r#"
      E0002 5:3 /info/title the key `title` stands twice in this object
  "#]],
    );
}

#[test]
fn another_version() {
    golden(
        &[("openapi: 3.0.3", "openapi: 3.1.0")],
        &expect![[r#"
        E0003 1:10 /openapi this is not a document of OpenAPI 3.0 (help: write `openapi: 3.0.3`; later versions mean other things by the same keywords)
    "#]],
    );
}

#[test]
fn version_as_a_number() {
    golden(
        &[("openapi: 3.0.3", "openapi: 3.0")],
        &expect![[r#"
        E0003 1:10 /openapi this is not a document of OpenAPI 3.0 (help: write `openapi: 3.0.3`; later versions mean other things by the same keywords)
        E0102 1:10 /openapi expected a string, found a number (help: put it in quotes)
    "#]],
    );
}

#[test]
fn unknown_keyword() {
    golden(
        &[(
            r#"    get:
      operationId: list_notes
      summary:"#,
            r#"    get:
      operationId: list_notes
      sumary:"#,
        )],
        &expect![[r#"
          E0101 16:7 /paths/~1notes/get/sumary `sumary` is no keyword of OpenAPI 3.0 here (help: did you mean `summary`?)
      "#]],
    );
}

#[test]
fn keyword_of_3_1() {
    golden(
        &[(
            r#"    Title:
      type: string"#,
            r#"    Title:
      const: x
      type: string"#,
        )],
        &expect![[r#"
            E0101 218:7 /components/schemas/Title/const `const` is no keyword of OpenAPI 3.0 here (help: extensions begin with `x-`)
        "#]],
    );
}

#[test]
fn wrong_kind() {
    golden(
        &[(
            r#"      tags: [notes]
      x-agent-tool: true"#,
            r#"      tags: notes
      x-agent-tool: true"#,
        )],
        &expect![[r#"
          E0102 18:13 /paths/~1notes/get/tags expected a list, found a string
      "#]],
    );
}

#[test]
fn missing_keyword() {
    golden(
        &[(
            r#"  title: Small
"#,
            "",
        )],
        &expect![[r#"
    E0103 3:3 /info `title` is missing here
"#]],
    );
}

#[test]
fn refused_keyword() {
    golden(
        &[(
            r#"    Title:
      type: string"#,
            r#"    Title:
      readOnly: true
      type: string"#,
        )],
        &expect![[r#"
            E0104 218:7 /components/schemas/Title/readOnly `readOnly` is refused: a member that only one side may send is not told apart: write one schema for requests and one for answers
        "#]],
    );
}

#[test]
fn discriminator() {
    golden(
        &[(
            "      description: What happened.",
            r#"      description: What happened.
      discriminator: { propertyName: type }"#,
        )],
        &expect![[r#"
            E0104 270:7 /components/schemas/NoteEvent/discriminator `discriminator` is refused: variants are told apart by a one-value `enum` on a member that they share
        "#]],
    );
}

#[test]
fn callbacks_and_links() {
    golden(
        &[(
            "      operationId: list_notes",
            r#"      operationId: list_notes
      callbacks: {}"#,
        )],
        &expect![[r#"
          E0104 16:7 /paths/~1notes/get/callbacks `callbacks` is refused: the generated server calls nobody
      "#]],
    );
}

#[test]
fn sibling_of_ref() {
    golden(
        &[(
            r##"            schema: { $ref: "#/components/schemas/NewNote" }"##,
            r##"            schema: { $ref: "#/components/schemas/NewNote", description: x }"##,
        )],
        &expect![[r#"
        E0105 58:61 /paths/~1notes/post/requestBody/content/application~1json/schema/description `description` beside `$ref` is ignored by OpenAPI 3.0 (help: write `allOf: [{$ref: …}]` and put it beside that)
    "#]],
    );
}

#[test]
fn reference_to_nothing() {
    golden(
        &[(
            r##"            schema: { $ref: "#/components/schemas/NewNote" }"##,
            r##"            schema: { $ref: "#/components/schemas/newNote" }"##,
        )],
        &expect![[r#"
            E0201 58:29 /paths/~1notes/post/requestBody/content/application~1json/schema/$ref there is no `#/components/schemas/newNote` (help: did you mean `#/components/schemas/NewNote`?)
            E0202 229:5 /components/schemas/NewNote nothing refers to `NewNote` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn reference_into_the_wrong_home() {
    golden(
        &[(
            r##"            schema: { $ref: "#/components/schemas/NewNote" }"##,
            r##"            schema: { $ref: "#/components/responses/Conflict" }"##,
        )],
        &expect![[r#"
            E0201 58:29 /paths/~1notes/post/requestBody/content/application~1json/schema/$ref a reference here must lead into `#/components/schemas/`
            E0320 208:15 /paths/~1notes/post/x-agent-tool the body of a tool must be an object
            E0202 229:5 /components/schemas/NewNote nothing refers to `NewNote` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn reference_to_another_file() {
    golden(
        &[(
            r##"            schema: { $ref: "#/components/schemas/NewNote" }"##,
            r#"            schema: { $ref: "other.yaml#/NewNote" }"#,
        )],
        &expect![[r#"
            E0201 58:29 /paths/~1notes/post/requestBody/content/application~1json/schema/$ref references to other files are not read (help: bring what it names into `components`)
            E0202 229:5 /components/schemas/NewNote nothing refers to `NewNote` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn unused_component() {
    golden(
        &[(
            r#"    Violation:
"#,
            r#"    Nobody: { type: string }
    Violation:
"#,
        )],
        &expect![[r#"
            E0202 283:5 /components/schemas/Nobody nothing refers to `Nobody` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn circle() {
    golden(
        &[(
            r#"    Violation:
"#,
            r##"    Round: { allOf: [{ $ref: "#/components/schemas/Trip" }] }
    Trip: { allOf: [{ $ref: "#/components/schemas/Round" }] }
    Violation:
"##,
        )],
        &expect![[r#"
            E0203 283:5 /components/schemas/Round `Round` refers to itself and holds nothing
            E0203 284:5 /components/schemas/Trip `Trip` refers to itself and holds nothing
        "#]],
    );
}

#[test]
fn no_operationid() {
    golden(
        &[(
            r#"      operationId: metrics
"#,
            "",
        )],
        &expect![[r#"
            E0301 170:5 /paths/~1metrics/get an operation needs an `operationId`: it names the method, the types and the tests
        "#]],
    );
}

#[test]
fn operationid_twice() {
    golden(
        &[("operationId: metrics", "operationId: list_notes")],
        &expect![[r#"
            E0302 171:20 /paths/~1metrics/get/operationId the operationId `list_notes` stands twice
        "#]],
    );
}

#[test]
fn operationids_that_collide() {
    golden(
        &[("operationId: metrics", "operationId: listNotes")],
        &expect![[r#"
            E0302 171:20 /paths/~1metrics/get/operationId `listNotes` and `list_notes` become the same Rust name
        "#]],
    );
}

#[test]
fn operationid_that_is_no_name() {
    golden(
        &[("operationId: metrics", "operationId: 2nd metrics")],
        &expect![[r#"
            E0303 171:20 /paths/~1metrics/get/operationId `2nd metrics` is no name for a method (help: verb first, in snake case: `create_task`)
        "#]],
    );
}

#[test]
fn schema_named_error() {
    golden(
        &[
            (
                r#"    Violation:
"#,
                r#"    Error:
"#,
            ),
            (
                "#/components/schemas/Violation",
                "#/components/schemas/Error",
            ),
        ],
        &expect![[r#"
            E0303 283:5 /components/schemas/Error a schema named `Error` collides with the client's own type (help: call it `ApiError`)
        "#]],
    );
}

#[test]
fn schemas_that_collide() {
    golden(
        &[(
            r#"    Violation:
"#,
            r#"    note_id: { type: string, example: a }
    Violation:
"#,
        )],
        &expect![[r#"
            E0202 283:5 /components/schemas/note_id nothing refers to `note_id` (help: use it or remove it)
            E0304 283:5 /components/schemas/note_id `note_id` and `NoteId` both become the type `NoteId`
        "#]],
    );
}

#[test]
fn inline_type_that_collides() {
    golden(
        &[
            (
                r##"        title: { $ref: "#/components/schemas/Title" }
        due: { $ref: "#/components/schemas/NullableDate" }
    Note:"##,
                r##"        title: { $ref: "#/components/schemas/Title" }
        due: { $ref: "#/components/schemas/NullableDate" }
    Note:"##,
            ),
            (
                r##"        id: { $ref: "#/components/schemas/NoteId" }"##,
                "        id: { type: string, minLength: 1 }",
            ),
        ],
        &expect![[r#"
            E0304 255:9 /components/schemas/Note/properties/id this inline schema becomes the type `NoteId`, as `NoteId` does (help: refer to `#/components/schemas/NoteId`)
        "#]],
    );
}

#[test]
fn enum_values_that_collide() {
    golden(
        &[("enum: [open, done]", "enum: [open, done, Open]")],
        &expect![[r#"
            E0304 216:52 /components/schemas/NoteStatus/enum/2 `Open` and `open` become the same Rust name (help: choose values that differ in letters)
        "#]],
    );
}

#[test]
fn enum_value_without_a_letter() {
    golden(
        &[("enum: [open, done]", "enum: [open, -done]")],
        &expect![[r#"
            E0303 216:46 /components/schemas/NoteStatus/enum/1 `-done` does not begin with a letter or digit: its Rust name would be made up (help: say it in words, such as `created_desc` for `-created_at`)
        "#]],
    );
}

#[test]
fn path_without_a_slash() {
    golden(
        &[("  /metrics:", "  metrics:")],
        &expect![[r#"
            E0305 169:3 /paths/metrics a path begins with `/`
        "#]],
    );
}

#[test]
fn path_with_half_a_variable() {
    golden(
        &[("  /metrics:", "  /metrics/a{b}:")],
        &expect![[r#"
            E0305 169:3 /paths/~1metrics~1a{b} `a{b}`: a variable fills a whole segment
        "#]],
    );
}

#[test]
fn trailing_slash() {
    golden(
        &[("  /metrics:", "  /metrics/:")],
        &expect![[r#"
            E0305 169:3 /paths/~1metrics~1 a trailing slash routes as none
        "#]],
    );
}

#[test]
fn literal_beside_a_variable() {
    golden(
        &[("  /metrics:", "  /notes/metrics:")],
        &expect![[r#"
            E0306 169:3 /paths/~1notes~1metrics `metrics` stands where `/notes/{note_id}` has `{note_id}`: dropshot cannot route both (help: move one of them under a segment of its own)
        "#]],
    );
}

#[test]
fn variables_of_two_names() {
    golden(
        &[("  /metrics:", "  /notes/{id}/metrics:")],
        &expect![[r#"
            E0306 169:3 /paths/~1notes~1{id}~1metrics `{id}` stands where `/notes/{note_id}` has `{note_id}`: dropshot cannot route both (help: move one of them under a segment of its own)
            E0307 171:7 /paths/~1notes~1{id}~1metrics/get the variable `{id}` is not declared as a parameter (help: `- {name: id, in: path, required: true, schema: …}`)
        "#]],
    );
}

#[test]
fn path_parameter_that_is_not_required() {
    golden(
        &[(
            r#"        in: path
        required: true"#,
            "        in: path",
        )],
        &expect![[r#"
            E0307 97:9 /paths/~1notes~1{note_id}/parameters/0 the path parameter `note_id` must be `required: true`
        "#]],
    );
}

#[test]
fn path_parameter_that_is_not_declared() {
    golden(
        &[(
            r#"      - name: note_id
        in: path"#,
            r#"      - name: other_id
        in: path"#,
        )],
        &expect![[r#"
            E0307 97:9 /paths/~1notes~1{note_id}/parameters/0 `/notes/{note_id}` has no variable `{other_id}`
            E0307 103:7 /paths/~1notes~1{note_id}/patch the variable `{note_id}` is not declared as a parameter (help: `- {name: note_id, in: path, required: true, schema: …}`)
            E0307 143:7 /paths/~1notes~1{note_id}/delete the variable `{note_id}` is not declared as a parameter (help: `- {name: note_id, in: path, required: true, schema: …}`)
        "#]],
    );
}

#[test]
fn parameter_twice() {
    golden(
        &[(
            r#"        - name: status
          in: query"#,
            r#"        - name: limit
          in: query"#,
        )],
        &expect![[r#"
              E0308 31:11 /paths/~1notes/get/parameters/2 `limit` in query is declared twice
          "#]],
    );
}

#[test]
fn cookie() {
    golden(
        &[(
            r#"        - name: status
          in: query"#,
            r#"        - name: status
          in: cookie"#,
        )],
        &expect![[r#"
              E0104 32:15 /paths/~1notes/get/parameters/2 cookie parameters are not read (help: path, query or header)
          "#]],
    );
}

#[test]
fn style() {
    golden(
        &[(
            r#"        - name: status
          in: query"#,
            r#"        - name: status
          style: pipeDelimited
          in: query"#,
        )],
        &expect![[r#"
              E0104 32:18 /paths/~1notes/get/parameters/2/style only the style `form` is read here
          "#]],
    );
}

#[test]
fn object_as_a_parameter() {
    golden(
        &[(
            r##"          schema: { $ref: "#/components/schemas/NoteStatus" }
      responses"##,
            r##"          schema: { $ref: "#/components/schemas/Note" }
      responses"##,
        )],
        &expect![[r#"
          E0309 34:19 /paths/~1notes/get/parameters/2/schema a parameter is a string, a number, a boolean, or in the query a list of them (help: say so by `type`)
      "#]],
    );
}

#[test]
fn body_of_another_media_type() {
    golden(
        &[(
            r##"          application/json:
            schema: { $ref: "#/components/schemas/NewNote" }"##,
            r##"          multipart/form-data:
            schema: { $ref: "#/components/schemas/NewNote" }"##,
        )],
        &expect![[r#"
                E0310 57:11 /paths/~1notes/post/requestBody bodies of `multipart/form-data` are not read (help: application/json or application/x-www-form-urlencoded)
            "#]],
    );
}

#[test]
fn two_media_types_for_a_body() {
    golden(
        &[(
            r##"          application/json:
            schema: { $ref: "#/components/schemas/NewNote" }"##,
            r##"          application/json:
            schema: { $ref: "#/components/schemas/NewNote" }
          text/json:
            schema: { $ref: "#/components/schemas/NewNote" }"##,
        )],
        &expect![[r#"
                E0310 59:11 /paths/~1notes/post/requestBody a second media type for one body: progenitor cannot take it (help: an operation for each, or one media type)
            "#]],
    );
}

#[test]
fn inline_body() {
    golden(
        &[(
            r##"            schema: { $ref: "#/components/schemas/NotePatch" }"##,
            r##"            schema: { type: object, additionalProperties: { $ref: "#/components/schemas/NotePatch" } }"##,
        )],
        &expect![[r#"
            E0501 127:21 /paths/~1notes~1{note_id}/patch/requestBody the body's schema stands inline: its type would be named after the operation (help: make it a component and refer to it)
        "#]],
    );
}

#[test]
fn optional_inline_list_in_a_body() {
    golden(
        &[(
            r##"        tags: { $ref: "#/components/schemas/Tags" }"##,
            r##"        tags: { type: array, items: { $ref: "#/components/schemas/Tags" } }"##,
        )],
        &expect![[r#"
            E0501 239:9 /components/schemas/NewNote/properties/tags an optional inline list: the client cannot send `[]` (help: refer to a component that is the list, as `Tags`)
            E0501 247:9 /components/schemas/NotePatch/properties/tags an optional inline list: the client cannot send `[]` (help: refer to a component that is the list, as `Tags`)
        "#]],
    );
}

#[test]
fn optional_inline_nullable_in_a_body() {
    golden(
        &[(
            "        weight: { type: number,",
            "        weight: { nullable: true, type: number,",
        )],
        &expect![[r#"
            E0501 241:9 /components/schemas/NewNote/properties/weight optional and nullable inline: the client cannot send `null` (help: refer to a nullable component, as `NullableDate`)
        "#]],
    );
}

#[test]
fn json_answer_without_a_schema() {
    golden(
        &[(
            r##"            application/json:
              schema: { $ref: "#/components/schemas/NotePage" }"##,
            "            application/json: {}",
        )],
        &expect![[r#"
            E0501 20:7 /paths/~1notes/get/x-dropshot-pagination a page must hold exactly `items` and `next_page`
            E0312 39:13 /paths/~1notes/get/responses/200 an answer of JSON needs a schema: progenitor panics without (help: `schema: {$ref: …}`)
            E0202 259:5 /components/schemas/NotePage nothing refers to `NotePage` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn default_response() {
    golden(
        &[(
            r#"        "204": { description: Gone. }"#,
            "        default: { description: Gone. }",
        )],
        &expect![[r#"
            E0313 148:9 /paths/~1notes~1{note_id}/delete/responses/default `default` is no status that could be promised (help: name each status that is answered, from 200 to 599)
            E0314 148:9 /paths/~1notes~1{note_id}/delete/responses no success is documented
            E0315 148:9 /paths/~1notes~1{note_id}/delete/responses/default an error needs a body: progenitor panics without
        "#]],
    );
}

#[test]
fn range_of_statuses() {
    golden(
        &[(
            r#"        "204": { description: Gone. }"#,
            r##"        "204": { description: Gone. }
        4XX: { $ref: "#/components/responses/NotFound" }"##,
        )],
        &expect![[r#"
            E0313 149:9 /paths/~1notes~1{note_id}/delete/responses/4XX `4XX` is no status that could be promised (help: name each status that is answered, from 200 to 599)
        "#]],
    );
}

#[test]
fn two_success_schemas() {
    golden(
        &[(
            r#"        "201":
          description: Written."#,
            r#"        "204": { description: Quiet. }
        "201":
          description: Written."#,
        )],
        &expect![[r#"
              E0314 65:9 /paths/~1notes/post/responses/204 204 answers otherwise than 200: progenitor knows one success type for each operation (help: use one schema for both)
          "#]],
    );
}

#[test]
fn error_without_a_body() {
    golden(
        &[(
            r##"        "409": { $ref: "#/components/responses/Conflict" }"##,
            r#"        "409": { description: Conflict. }"#,
        )],
        &expect![[r#"
            E0315 81:9 /paths/~1notes/post/responses/409 409 answers otherwise than 400: progenitor knows one error type for each operation (help: use one schema for both)
            E0202 208:5 /components/responses/Conflict nothing refers to `Conflict` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn status_that_is_answered_but_not_documented() {
    golden(
        &[(
            r##"        "204": { description: Gone. }
        "400": { $ref: "#/components/responses/BadRequest" }"##,
            r#"        "204": { description: Gone. }"#,
        )],
        &expect![[r#"
            E0316 147:7 /paths/~1notes~1{note_id}/delete/responses 400 is not documented, but a request that cannot be read is answered so (help: `'400': {$ref: '#/components/responses/…'}`)
        "#]],
    );
}

#[test]
fn status_401_without_www_authenticate() {
    golden(
        &[(
            r#"        WWW-Authenticate:
          required: true"#,
            r#"        X-Other:
          required: true"#,
        )],
        &expect![[r#"
            E0317 42:9 /paths/~1notes/get/responses/401 401 needs the header `WWW-Authenticate` (help: declare it under `headers`)
            E0317 79:9 /paths/~1notes/post/responses/401 401 needs the header `WWW-Authenticate` (help: declare it under `headers`)
            E0317 135:9 /paths/~1notes~1{note_id}/patch/responses/401 401 needs the header `WWW-Authenticate` (help: declare it under `headers`)
            E0317 150:9 /paths/~1notes~1{note_id}/delete/responses/401 401 needs the header `WWW-Authenticate` (help: declare it under `headers`)
            E0317 166:9 /paths/~1events/get/responses/401 401 needs the header `WWW-Authenticate` (help: declare it under `headers`)
            E0317 200:9 /paths/~1notes/get/responses/401 generated code answers 401 by itself and cannot know `X-Other` (help: leave `required` out)
            E0317 200:9 /paths/~1notes/post/responses/401 generated code answers 401 by itself and cannot know `X-Other` (help: leave `required` out)
            E0317 200:9 /paths/~1notes~1{note_id}/patch/responses/401 generated code answers 401 by itself and cannot know `X-Other` (help: leave `required` out)
            E0317 200:9 /paths/~1notes~1{note_id}/delete/responses/401 generated code answers 401 by itself and cannot know `X-Other` (help: leave `required` out)
            E0317 200:9 /paths/~1events/get/responses/401 generated code answers 401 by itself and cannot know `X-Other` (help: leave `required` out)
        "#]],
    );
}

#[test]
fn unknown_security_scheme() {
    golden(
        &[("  - bearer: []", "  - barer: []")],
        &expect![[r#"
        E0318 11:5 /security/0 there is no security scheme `barer`
    "#]],
    );
}

#[test]
fn optional_security() {
    golden(
        &[("      security: []", "      security: [{}]")],
        &expect![[r#"
            E0318 173:18 /paths/~1metrics/get/security/0 credentials that may be left out are no proof (help: `security: []` for an operation that anybody may call)
            E0316 174:7 /paths/~1metrics/get/responses 401 is not documented, but missing credentials is answered so (help: `'401': {$ref: '#/components/responses/…'}`)
        "#]],
    );
}

#[test]
fn scheme_that_is_not_enforced() {
    golden(
        &[("type: http, scheme: bearer,", "type: http, scheme: digest,")],
        &expect![[r#"
            E0318 184:5 /components/securitySchemes/bearer the scheme `bearer` cannot be enforced (help: http bearer, oauth2, openIdConnect, or apiKey in a header)
        "#]],
    );
}

#[test]
fn events_by_reference() {
    golden(
        &[(
            r##"        - title: deleted
          type: object
          required: [type, note_id]
          properties:
            type: { type: string, enum: [deleted] }
            note_id: { $ref: "#/components/schemas/NoteId" }"##,
            r##"        - $ref: "#/components/schemas/Note""##,
        )],
        &expect![[r#"
            E0319 277:11 /components/schemas/NoteEvent/oneOf/1 a variant by `$ref` would come out untagged: write it inline (help: `{title: …, type: object, required: [type, …], properties: {type: {type: string, enum: [name]}, …}}`)
        "#]],
    );
}

#[test]
fn events_of_the_same_name() {
    golden(
        &[("enum: [deleted]", "enum: [created]")],
        &expect![[r#"
            E0319 277:11 /components/schemas/NoteEvent/oneOf/1 two variants have the same `type` (help: `{title: …, type: object, required: [type, …], properties: {type: {type: string, enum: [name]}, …}}`)
        "#]],
    );
}

#[test]
fn events_that_are_no_union() {
    golden(
        &[(
            r##"              schema: { $ref: "#/components/schemas/NoteEvent" }"##,
            r##"              schema: { $ref: "#/components/schemas/Note" }"##,
        )],
        &expect![[r#"
            E0319 251:7 /components/schemas/Note events must be a `oneOf` of objects
            E0202 268:5 /components/schemas/NoteEvent nothing refers to `NoteEvent` (help: use it or remove it)
        "#]],
    );
}

#[test]
fn tool_with_a_name_for_two_things() {
    golden(
        &[
            (
                r#"        status:
          description: Open when"#,
                r#"        note_id: { type: string }
        status:
          description: Open when"#,
            ),
            (
                "      operationId: delete_note",
                r##"      operationId: delete_note
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewNote" } } } }"##,
            ),
        ],
        &expect![[r#"
            E0320 147:7 /paths/~1notes~1{note_id}/delete/x-agent-tool `note_id` is both a parameter and a member of the body
            E0316 148:7 /paths/~1notes~1{note_id}/delete/responses 413 is not documented, but a body that is too large is answered so (help: `'413': {$ref: '#/components/responses/…'}`)
            E0316 148:7 /paths/~1notes~1{note_id}/delete/responses 415 is not documented, but a body of another media type is answered so (help: `'415': {$ref: '#/components/responses/…'}`)
        "#]],
    );
}

#[test]
fn approval() {
    golden(
        &[("approval: always", "approval: sometimes")],
        &expect![[r#"
            E0320 146:33 /paths/~1notes~1{note_id}/delete/x-agent-tool/approval `approval` is `never` or `always`
        "#]],
    );
}

#[test]
fn keyword_of_another_type() {
    golden(
        &[(
            "    NoteStatus: { type: string,",
            "    NoteStatus: { minimum: 1, type: string,",
        )],
        &expect![[r#"
            E0401 216:19 /components/schemas/NoteStatus/minimum `minimum` says nothing without `type: integer` or `type: number` (help: write `type: integer`)
        "#]],
    );
}

#[test]
fn type_null() {
    golden(
        &[(
            "    NoteStatus: { type: string,",
            r#"    NoteStatus: { type: "null","#,
        )],
        &expect![[r#"
            E0309 34:19 /paths/~1notes/get/parameters/2/schema a parameter is a string, a number, a boolean, or in the query a list of them (help: say so by `type`)
            E0401 216:25 /components/schemas/NoteStatus/type `null` is no type (help: write `nullable: true` beside the type)
            E0404 216:40 /components/schemas/NoteStatus/enum/0 a value that its own schema refuses: "open" is not of type "null"
            E0404 216:46 /components/schemas/NoteStatus/enum/1 a value that its own schema refuses: "done" is not of type "null"
            E0405 238:20 /components/schemas/NewNote/properties/status/default the `default` does not fit its schema: "open" is not of type "null"
        "#]],
    );
}

#[test]
fn nothing_fits() {
    golden(
        &[(
            "minLength: 1, maxLength: 100",
            "minLength: 101, maxLength: 100",
        )],
        &expect![[r#"
            E0401 215:37 /components/schemas/IdempotencyKey/minLength `minLength` is more than `maxLength`: nothing fits
        "#]],
    );
}

#[test]
fn pattern_that_cannot_run() {
    golden(
        &[(r#"pattern: '\S'"#, r#"pattern: '(\S'"#)],
        &expect![[r#"
            E0402 222:16 /components/schemas/Title/pattern the pattern cannot run: Unbalanced parenthesis (help: patterns are ECMA-262 without what only some engines know)
        "#]],
    );
}

#[test]
fn format_that_is_not_enforced() {
    golden(
        &[(
            "    NullableDate: { type: string, format: date,",
            "    NullableDate: { type: string, format: iban,",
        )],
        &expect![[r#"
            E0403 223:43 /components/schemas/NullableDate/format the format `iban` would not be enforced (help: write a `pattern`, or name the format in the description)
        "#]],
    );
}

#[test]
fn enum_value_of_another_type() {
    golden(
        &[("enum: [open, done]", "enum: [open, 3]")],
        &expect![[r#"
            E0404 216:46 /components/schemas/NoteStatus/enum/1 a value that its own schema refuses: 3 is not of type "string"
        "#]],
    );
}

#[test]
fn default_that_does_not_fit() {
    golden(
        &[("maximum: 100, default: 20", "maximum: 100, default: 200")],
        &expect![[r#"
        E0405 26:86 /paths/~1notes/get/parameters/0/schema/default the `default` does not fit its schema: 200 is greater than the maximum of 100
    "#]],
    );
}

#[test]
fn example_that_does_not_fit() {
    golden(
        &[(
            "      description: One line.",
            r#"      description: One line.
      example: 7"#,
        )],
        &expect![[r#"
            E0408 220:16 /components/schemas/Title/example the `example` does not fit its schema: 7 is not of type "string" (help: put it in quotes if text is meant)
        "#]],
    );
}

#[test]
fn closed_allof() {
    golden(
        &[(
            r#"    NotePage:
      type: object"#,
            r##"    Both:
      allOf: [{ $ref: "#/components/schemas/NewNote" }, { $ref: "#/components/schemas/Note" }]
    NotePage:
      type: object"##,
        )],
        &expect![[r#"
            E0202 260:5 /components/schemas/Both nothing refers to `Both` (help: use it or remove it)
            E0406 261:15 /components/schemas/Both/allOf/0 a closed schema in `allOf` refuses the members of the other parts (help: leave `additionalProperties: false` out of the parts, or write one schema)
        "#]],
    );
}

#[test]
fn required_but_not_declared() {
    golden(
        &[("required: [title]", "required: [title, name]")],
        &expect![[r#"
            E0407 232:25 /components/schemas/NewNote/required/1 `name` is required but not declared (help: declare it under `properties`)
        "#]],
    );
}

#[test]
fn page_token_with_a_limit() {
    golden(
        &[(
            r#"          schema: { type: string }
        - name: status"#,
            r#"          schema: { type: string, maxLength: 9 }
        - name: status"#,
        )],
        &expect![[r#"
            E0501 20:7 /paths/~1notes/get/x-dropshot-pagination a constrained `page_token` does not compile in the client (help: `schema: {type: string}`)
        "#]],
    );
}

#[test]
fn pages_of_another_shape() {
    golden(
        &[(
            "        next_page: { type: string, nullable: true }",
            "        next: { type: string, nullable: true }",
        )],
        &expect![[r#"
        E0501 20:7 /paths/~1notes/get/x-dropshot-pagination a page must hold exactly `items` and `next_page`
    "#]],
    );
}
