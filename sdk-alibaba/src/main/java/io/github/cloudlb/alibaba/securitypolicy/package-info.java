/**
 * Security policies: the versions of TLS and the ciphers that HTTPS listeners speak. They are created and deleted at once;
 * a change reaches the listeners that use the policy by a job.
 */
@NullMarked
package io.github.cloudlb.alibaba.securitypolicy;

import org.jspecify.annotations.NullMarked;
