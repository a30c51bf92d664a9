/** Octavia: its state, its checks and its texts. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.octavia;

import org.jspecify.annotations.NullMarked;
