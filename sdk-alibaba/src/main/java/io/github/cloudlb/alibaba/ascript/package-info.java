/**
 * AScripts: scripts that a listener runs on requests and answers. A change is accepted first and done later, by a job.
 */
@NullMarked
package io.github.cloudlb.alibaba.ascript;

import org.jspecify.annotations.NullMarked;
