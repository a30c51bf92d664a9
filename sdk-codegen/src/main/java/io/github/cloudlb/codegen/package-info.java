/**
 * Build-time only: API tables and how they come to be.
 *
 * <p>A vendor's reference file becomes a table by {@link io.github.cloudlb.codegen.ImportTable}; everything that is
 * generated starts from {@link io.github.cloudlb.codegen.Table} and {@link io.github.cloudlb.codegen.ErrorOverlay}.
 */
@NullMarked
package io.github.cloudlb.codegen;

import org.jspecify.annotations.NullMarked;
