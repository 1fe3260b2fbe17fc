/** The job for Apache Spark: batches that lie in a data lake, decided by many machines as by one. */
@NullMarked
package qiyue.spark;

import org.jspecify.annotations.NullMarked;
