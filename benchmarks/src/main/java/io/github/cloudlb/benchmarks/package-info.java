/** The SDK beside what it is made of: bare digests, a Jackson loop, OkHttp with everything fixed beforehand. */
@NullMarked
package io.github.cloudlb.benchmarks;

import org.jspecify.annotations.NullMarked;
