/** What the table of LBaaS says of Octavia's requests and answers. Not for applications; may change in any release. */
@NullMarked
package io.github.cloudlb.testkit.internal.octavia.table;

import org.jspecify.annotations.NullMarked;
