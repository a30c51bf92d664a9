/**
 * What the clients of several services share: waiting for jobs and states, and changes that take several calls. Not for
 * applications; may change in any release.
 */
@NullMarked
package io.github.cloudlb.alibaba.internal;

import org.jspecify.annotations.NullMarked;
