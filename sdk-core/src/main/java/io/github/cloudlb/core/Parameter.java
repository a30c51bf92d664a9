package io.github.cloudlb.core;

/** A name and its value, as they stand in a query, a form or among the headers; neither is encoded. */
public record Parameter(String name, String value) {}
