/** Keystone: logins, tokens and the catalog. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.keystone;

import org.jspecify.annotations.NullMarked;
