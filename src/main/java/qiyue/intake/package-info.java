/** An inspection document (JSON or YAML) to facts, its errors, and its JSON Schema. */
@NullMarked
package qiyue.intake;

import org.jspecify.annotations.NullMarked;
