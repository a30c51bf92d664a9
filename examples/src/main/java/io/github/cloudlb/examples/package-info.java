/** One main class for each use: on servers inside this process by default, on a real cloud when the environment names one. */
@NullMarked
package io.github.cloudlb.examples;

import org.jspecify.annotations.NullMarked;
