/** Versions of the API: which fields and operations a service has. Nothing here changes anything. */
@NullMarked
package io.github.cloudlb.openstack.version;

import org.jspecify.annotations.NullMarked;
