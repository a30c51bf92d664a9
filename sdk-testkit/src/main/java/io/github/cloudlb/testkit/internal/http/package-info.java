/** Requests and answers of the servers of the test kit. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
