package postmortem.analysis.session;

import postmortem.event.EventSink;
import postmortem.event.Names;

/** Where a fold's events go, and what they are made with. */
record Emitter(Names names, EventSink sink, SessionRules rules) {}
