/**
 * Tags of load balancers and listeners in Open Telekom Cloud: keys, each once, with a value. A change is done when it is
 * answered. They are kept below the project, which must be the token's. Octavia has them in the resources themselves.
 */
@NullMarked
package io.github.cloudlb.openstack.tag;

import org.jspecify.annotations.NullMarked;
