package dk.ordrebro.billysimulator.books;

import java.util.EnumSet;
import java.util.Set;

/** What a client may do with a resource. */
public enum Verb {
    GET,
    LIST,
    CREATE,
    UPDATE,
    DELETE;

    static final Set<Verb> ALL = EnumSet.allOf(Verb.class);
    static final Set<Verb> READ = EnumSet.of(GET, LIST);
}
