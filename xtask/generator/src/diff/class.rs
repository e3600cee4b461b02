//! The stable list of change classes: what each means, and whom it breaks where.
//!
//! *Clients* are broken when one made from the old document may fail at a server made from the new one; *servers*, when one
//! made from the old document may fail a client made from the new one.

/// Whom a change breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breaks {
    /// Old clients and old servers.
    Both,
    /// Old clients.
    Clients,
    /// Old servers.
    Servers,
    /// Nobody.
    None,
}

/// Where a schema is used: the same change means one thing to who writes a value and another to who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// In requests: clients write, servers read.
    Request,
    /// In answers: servers write, clients read.
    Answer,
}

impl Breaks {
    /// Whether old clients may fail.
    pub fn clients(self) -> bool {
        matches!(self, Breaks::Both | Breaks::Clients)
    }

    /// As the diagnostics say it.
    pub fn name(self) -> &'static str {
        match self {
            Breaks::Both => "both",
            Breaks::Clients => "clients",
            Breaks::Servers => "servers",
            Breaks::None => "none",
        }
    }
}

macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal $request:ident $answer:ident,)+) => {
        /// What changed. Ids are stable: a retired one is never used for anything else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[doc = $doc])+ $name,)+ }

        impl Class {
            /// Every class, in the order of ids.
            pub const ALL: &'static [Class] = &[$(Class::$name,)+];

            /// The id that users see, such as `C0101`.
            pub fn id(self) -> &'static str {
                match self { $(Class::$name => $id,)+ }
            }

            /// Why it breaks whom it breaks, in a sentence.
            pub fn why(self) -> &'static str {
                match self { $(Class::$name => concat!($($doc,)+).trim_ascii(),)+ }
            }

            /// Whom it breaks there.
            pub fn breaks(self, direction: Direction) -> Breaks {
                match (self, direction) {
                    $((Class::$name, Direction::Request) => Breaks::$request,
                    (Class::$name, Direction::Answer) => Breaks::$answer,)+
                }
            }
        }
    };
}

// The columns: in requests, in answers. What can stand in one only has the same in both.
classes! {
    /// Who calls the operation finds nothing there.
    OperationRemoved = "C0101" Clients Clients,
    /// Who calls the operation at an old server finds nothing there.
    OperationAdded = "C0102" Servers Servers,
    /// Nothing changes on the wire; methods of generated code are named anew.
    OperationRenamed = "C0103" None None,
    /// A server that clients may have been told to use is no longer named.
    ServerRemoved = "C0104" Clients Clients,
    /// One more server is named.
    ServerAdded = "C0105" None None,
    /// What was enough to be let in no longer is.
    SecurityTightened = "C0110" Clients Clients,
    /// What is now enough to be let in was not before.
    SecurityLoosened = "C0111" Servers Servers,
    /// The scheme means other credentials under the same name.
    SchemeChanged = "C0112" Both Both,
    /// Who shows the credentials is let in all the same, but is no longer known by them.
    CredentialsIgnored = "C0113" Clients Clients,
    /// Old servers let in who shows the credentials, and don't know who it is.
    CredentialsRead = "C0114" Servers Servers,
    /// Requests without the parameter are refused.
    RequiredParameterAdded = "C0201" Clients Clients,
    /// Old servers refuse the parameter, or ignore it.
    ParameterAdded = "C0202" Servers Servers,
    /// Requests with the parameter are refused, or it is ignored.
    ParameterRemoved = "C0203" Clients Clients,
    /// Requests without it are refused.
    ParameterRequired = "C0204" Clients Clients,
    /// Old servers refuse requests without it.
    ParameterOptional = "C0205" Servers Servers,
    /// The same text means another value.
    SerialisationChanged = "C0206" Both Both,
    /// Requests with the parameter are refused, or it is ignored; old servers refuse requests without it.
    RequiredParameterRemoved = "C0207" Both Both,
    /// Requests without a body are refused.
    RequiredBodyAdded = "C0301" Clients Clients,
    /// Old servers don't read the body.
    BodyAdded = "C0302" Servers Servers,
    /// The body is no longer read.
    BodyRemoved = "C0303" Clients Clients,
    /// Requests without a body are refused.
    BodyRequired = "C0304" Clients Clients,
    /// Old servers refuse requests without a body.
    BodyOptional = "C0305" Servers Servers,
    /// Who reads the other side's media types may meet one that is not known.
    MediaTypeAdded = "C0306" Servers Clients,
    /// Who relies on the media type no longer finds it.
    MediaTypeRemoved = "C0307" Clients Clients,
    /// Bodies that were small enough are refused.
    BodyLimitLowered = "C0308" Clients Clients,
    /// Old servers refuse bodies that are now small enough.
    BodyLimitRaised = "C0309" Servers Servers,
    /// The body is no longer read; old servers refuse requests without it.
    RequiredBodyRemoved = "C0310" Both Both,
    /// A field of the form is written in another way: each side may refuse the other's.
    EncodingChanged = "C0311" Both Both,
    /// Clients may meet a success that they know nothing of.
    SuccessAdded = "C0401" Clients Clients,
    /// Old servers still answer so, and new clients don't know it.
    SuccessRemoved = "C0402" Servers Servers,
    /// Clients take every 4xx and 5xx for a failure, documented or not.
    ErrorAdded = "C0403" None None,
    /// Clients take every 4xx and 5xx for a failure, documented or not.
    ErrorRemoved = "C0404" None None,
    /// New clients rely on a header that old servers don't send.
    RequiredHeaderAdded = "C0405" Servers Servers,
    /// Nobody relies on a header that may be missing.
    HeaderAdded = "C0406" None None,
    /// Clients may rely on the header.
    RequiredHeaderRemoved = "C0407" Clients Clients,
    /// Nobody could rely on a header that may be missing.
    HeaderRemoved = "C0408" None None,
    /// New clients rely on a header that old servers may leave out.
    HeaderRequired = "C0409" Servers Servers,
    /// Clients rely on the header, and it may be missing.
    HeaderOptional = "C0410" Clients Clients,
    /// New clients read a body that old servers don't send.
    AnswerBodyAdded = "C0411" Servers Servers,
    /// Clients read a body that is no longer sent.
    AnswerBodyRemoved = "C0412" Clients Clients,
    /// Values of the one kind are refused by readers of the other.
    TypeChanged = "C0501" Both Both,
    /// More values may be written than old readers take: any number, not whole ones only.
    TypeWidened = "C0502" Servers Clients,
    /// Fewer values may be written than old writers write: whole numbers only.
    TypeNarrowed = "C0503" Clients Servers,
    /// Old readers refuse null.
    NullAllowed = "C0504" Servers Clients,
    /// Old writers may still write null.
    NullForbidden = "C0505" Clients Servers,
    /// Old readers don't know the value.
    EnumValueAdded = "C0506" Servers Clients,
    /// Old writers may still write the value.
    EnumValueRemoved = "C0507" Clients Servers,
    /// Old writers may write what the bound now refuses.
    BoundTightened = "C0508" Clients Servers,
    /// Old readers refuse what the bound now allows.
    BoundLoosened = "C0509" Servers Clients,
    /// Old writers may write what doesn't match.
    PatternAdded = "C0510" Clients Servers,
    /// Old readers refuse what doesn't match.
    PatternRemoved = "C0511" Servers Clients,
    /// Which of two patterns admits more cannot be decided: each side may refuse the other's values.
    PatternChanged = "C0512" Both Both,
    /// Old writers may write what isn't in the format.
    FormatAdded = "C0513" Clients Servers,
    /// Old readers refuse what isn't in the format.
    FormatRemoved = "C0514" Servers Clients,
    /// Each side may refuse the other's values.
    FormatChanged = "C0515" Both Both,
    /// Old writers don't write the member, and readers insist on it.
    RequiredMemberAdded = "C0516" Clients Servers,
    /// Old servers may ignore the member; old clients ignore members that they don't know.
    MemberAdded = "C0517" Servers None,
    /// Old readers refuse members that they don't know.
    MemberAddedToClosed = "C0518" Servers Clients,
    /// Who writes the member is refused or ignored; who reads it could not count on it.
    MemberRemoved = "C0519" Clients None,
    /// Who reads the member counts on it; who writes it is refused or ignored.
    RequiredMemberRemoved = "C0520" Both Clients,
    /// Old writers may leave the member out.
    MemberRequired = "C0521" Clients Servers,
    /// Old readers insist on the member.
    MemberOptional = "C0522" Servers Clients,
    /// Old writers may write members that are not declared.
    ObjectClosed = "C0523" Clients Servers,
    /// Old readers refuse members that are not declared.
    ObjectOpened = "C0524" Servers Clients,
    /// Old readers don't know the alternative.
    AlternativeAdded = "C0525" Servers Clients,
    /// Old writers may still write the alternative.
    AlternativeRemoved = "C0526" Clients Servers,
    /// Readers of event streams skip events that they don't know.
    EventAdded = "C0527" None None,
    /// Readers may wait for the event.
    EventRemoved = "C0528" Clients Clients,
    /// Schemas are combined in another way: each side may refuse the other's values.
    CompositionChanged = "C0529" Both Both,
    /// Who leaves the value out means another one.
    DefaultChanged = "C0530" Clients None,
    /// Readers tell the alternatives apart in another way.
    DiscriminatorChanged = "C0531" Both Both,
    /// Who writes the member this way is refused; who reads it may have counted on it.
    OneWayBegun = "C0532" Clients Clients,
    /// Old servers refuse the member; old clients ignore members that they don't know.
    OneWayEnded = "C0533" Servers None,
    /// Words for people: nothing changes on the wire.
    DocumentationChanged = "C0901" None None,
    /// What the document says beyond OpenAPI changed: nothing on the wire.
    ExtensionChanged = "C0902" None None,
}
