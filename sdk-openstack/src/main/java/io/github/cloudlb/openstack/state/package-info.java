/** Waiting for states, which all resources have alike. */
@NullMarked
package io.github.cloudlb.openstack.state;

import org.jspecify.annotations.NullMarked;
