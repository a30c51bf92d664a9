/** Alibaba Cloud: signatures, the RPC convention, and the state behind. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.NullMarked;
