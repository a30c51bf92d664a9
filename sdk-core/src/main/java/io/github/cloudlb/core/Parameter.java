package io.github.cloudlb.core;

/** A name and its value, both as they are before any encoding: of a query, a form or a header. */
public record Parameter(String name, String value) {}
