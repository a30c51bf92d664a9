package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.util.Comparator;

/** By name only: what has the same name keeps its order. */
enum ParameterOrder implements Comparator<Parameter> {
    /** By the characters of the names, so {@code A} before {@code _} before {@code a}. */
    RAW,
    /** The same, but of the names once encoded, which puts {@code a:b}, as {@code a%3Ab}, before {@code a-b}. */
    ENCODED,
    /** The same again, without regard to case; names that differ only in case stay apart. */
    ENCODED_ANY_CASE;

    @Override
    public int compare(Parameter a, Parameter b) {
        if (this == ENCODED_ANY_CASE) {
            int order = a.name().compareToIgnoreCase(b.name());
            if (order != 0) {
                return order;
            }
        }
        return a.name().compareTo(b.name());
    }
}
