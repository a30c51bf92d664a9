/** Signatures of Huawei's making, verified from their rules alone. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.signing;

import org.jspecify.annotations.NullMarked;
