/**
 * Certificates of Open Telekom Cloud, with their private keys. A change is done when it is answered; one that a listener has
 * cannot be deleted. Private keys are kept out of texts, logs and exceptions. Octavia has a key manager instead.
 */
@NullMarked
package io.github.cloudlb.openstack.certificate;

import org.jspecify.annotations.NullMarked;
