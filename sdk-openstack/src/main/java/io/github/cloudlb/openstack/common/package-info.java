/** What several resources have in common: states, directions, protocols within TLS. */
@NullMarked
package io.github.cloudlb.openstack.common;

import org.jspecify.annotations.NullMarked;
