/** Looks into the SDK's own package of this name, to measure what has no public door. */
@NullMarked
package io.github.cloudlb.core.http;

import org.jspecify.annotations.NullMarked;
