/**
 * Whitelists of Open Telekom Cloud: the addresses that may reach a listener, at most one list for each. A change is done when
 * it is answered. Octavia has {@code allowed_cidrs} of the listener instead.
 */
@NullMarked
package io.github.cloudlb.openstack.whitelist;

import org.jspecify.annotations.NullMarked;
