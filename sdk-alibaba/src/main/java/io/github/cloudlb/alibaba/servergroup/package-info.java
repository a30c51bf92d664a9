/**
 * Server groups and their servers. A change is accepted first and done later, by a job; see
 * {@link io.github.cloudlb.alibaba.servergroup.ServerChange#await}.
 */
@NullMarked
package io.github.cloudlb.alibaba.servergroup;

import org.jspecify.annotations.NullMarked;
