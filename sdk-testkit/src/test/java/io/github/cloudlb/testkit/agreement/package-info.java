/**
 * One suite of behaviours that runs unchanged against the real Keystone and Octavia and against the test kit.
 *
 * <p>An area is a class of {@link io.github.cloudlb.testkit.agreement.Behaviours}; each of its tests is one behaviour.
 * Two classes run all areas: {@code AgreementTest} in the normal build, {@code AgreementLiveTest} in the profile {@code
 * live}.
 */
package io.github.cloudlb.testkit.agreement;
