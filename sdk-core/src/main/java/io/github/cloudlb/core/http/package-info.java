/**
 * The one path of a call, from a request to its value. {@link io.github.cloudlb.core.http.ApiClient} repeats,
 * {@link io.github.cloudlb.core.http.Engine} exchanges, a {@link io.github.cloudlb.core.http.Service} adds what is the
 * cloud's own: endpoint, identity, meaning of errors. Not for applications; may change in any release.
 */
@NullMarked
package io.github.cloudlb.core.http;

import org.jspecify.annotations.NullMarked;
