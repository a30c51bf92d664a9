/** Open Telekom Cloud's shared load balancers, v2.0. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.otc;

import org.jspecify.annotations.NullMarked;
