/**
 * What rewriting and rendering cost. {@link org.clubpost.bench.RenderingBenchmark} is the work for one member, {@link
 * org.clubpost.bench.PreparingBenchmark} that for one post, and {@link org.clubpost.bench.LargeMail} takes a mail of 40
 * MB through reception and delivery in a small heap.
 */
@NullMarked
package org.clubpost.bench;

import org.jspecify.annotations.NullMarked;
