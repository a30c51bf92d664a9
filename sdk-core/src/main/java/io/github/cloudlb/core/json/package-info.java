/** Reading and writing JSON as a stream of fields, for generated code. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.core.json;

import org.jspecify.annotations.NullMarked;
