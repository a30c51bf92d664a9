/**
 * Writes Java from a table and its overlay: {@link io.github.cloudlb.codegen.source.Resolver} decides what there is
 * (types, attributes, operations), the {@code …Source} classes write it down.
 */
@NullMarked
package io.github.cloudlb.codegen.source;

import org.jspecify.annotations.NullMarked;
