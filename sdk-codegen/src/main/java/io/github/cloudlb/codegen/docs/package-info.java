/** Pages of the documentation that are made of a module's tests. For its tests; no module needs it otherwise. */
@NullMarked
package io.github.cloudlb.codegen.docs;

import org.jspecify.annotations.NullMarked;
