/**
 * Health check templates: health checks to be applied to server groups. They are changed at once; applying one to a server group is
 * done later, by a job.
 */
@NullMarked
package io.github.cloudlb.alibaba.healthchecktemplate;

import org.jspecify.annotations.NullMarked;
