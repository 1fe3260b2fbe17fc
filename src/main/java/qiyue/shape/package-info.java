/** What a record is made of, described once for all who walk records: reader, schemas, JSON, checks. */
@NullMarked
package qiyue.shape;

import org.jspecify.annotations.NullMarked;
