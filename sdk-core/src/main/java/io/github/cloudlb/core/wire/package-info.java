/** What generated code is made of: JSON as a stream of fields, flat parameters, checks. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.core.wire;

import org.jspecify.annotations.NullMarked;
