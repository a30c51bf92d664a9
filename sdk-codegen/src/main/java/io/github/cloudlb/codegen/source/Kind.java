package io.github.cloudlb.codegen.source;

/** How a value looks in Java, and so how it is read and written. */
enum Kind {
    TEXT("text"),
    INTEGER("integer"),
    LONG("longInteger"),
    NUMBER("number"),
    BOOLEAN("bool"),
    /** A boolean that is {@code on} or {@code off} on the wire. */
    ON_OFF("bool"),
    ENUM("text"),
    OBJECT("object"),
    TEXTS("texts"),
    ENUMS("texts"),
    OBJECTS("list"),
    /** A list that is one text, with commas between its entries. */
    COMMAS("commas"),
    /** A list of objects that have nothing but an id. */
    IDS("list"),
    MAP("map"),
    /** A number of some unit. */
    DURATION("longInteger"),
    /** A text without a zone; UTC is meant. */
    TIME("filled"),
    /** Milliseconds since the epoch. */
    INSTANT("longInteger");

    /** The method of JsonReader that reads it. */
    final String reader;

    Kind(String reader) {
        this.reader = reader;
    }

    boolean isList() {
        return this == TEXTS || this == COMMAS || this == ENUMS || this == OBJECTS || this == IDS;
    }

    /** Whether it is empty rather than absent. */
    boolean isCollection() {
        return isList() || this == MAP;
    }
}
