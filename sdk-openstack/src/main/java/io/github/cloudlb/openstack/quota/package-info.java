/**
 * Quotas: how many of each resource a project may have. Octavia only. Administrators change them; a request beyond its
 * quota fails with {@link io.github.cloudlb.core.QuotaExceededException}, and nothing is changed.
 */
@NullMarked
package io.github.cloudlb.openstack.quota;

import org.jspecify.annotations.NullMarked;
