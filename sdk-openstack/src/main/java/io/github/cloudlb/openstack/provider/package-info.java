/**
 * Providers: the drivers that load balancers are made with, and what flavors and availability zones can set with them. They
 * are a matter of the cloud's configuration: nothing here changes them. What they can set is for administrators.
 */
@NullMarked
package io.github.cloudlb.openstack.provider;

import org.jspecify.annotations.NullMarked;
