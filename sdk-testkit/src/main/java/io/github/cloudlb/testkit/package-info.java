/**
 * Both clouds as servers in this JVM, for tests of code that uses the SDK. They listen on loopback only, on a port
 * of their own, and know nothing of each other, so that tests may run side by side.
 *
 * <ul>
 *   <li>{@link io.github.cloudlb.testkit.OctaviaServer}: Keystone and Octavia, with state;
 *   <li>{@link io.github.cloudlb.testkit.AlbServer}: Alibaba Cloud ALB, with state;
 *   <li>{@link io.github.cloudlb.testkit.FakeCloud}: no state, only what the test tells it to answer.
 * </ul>
 */
@NullMarked
package io.github.cloudlb.testkit;

import org.jspecify.annotations.NullMarked;
