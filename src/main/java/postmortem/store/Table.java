package postmortem.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A stored table of plentiful rows, in the schema {@code data}.
 *
 * @param meaning what a row is, for people
 */
record Table(String name, String meaning, List<Field> fields) {

  Table {
    fields = List.copyOf(fields);
  }

  /** The name as SQL takes it. */
  String qualified() {
    return "data." + name;
  }

  /** Where the first field is that holds an id of ours. */
  int firstId() {
    int at = 0;
    while (fields.get(at).column() != null) {
      at++;
    }
    return at;
  }

  String create() {
    return fields.stream()
        .map(f -> f.quoted() + " " + f.type().stored())
        .collect(Collectors.joining(", ", "CREATE TABLE " + qualified() + " (", ")"));
  }
}
