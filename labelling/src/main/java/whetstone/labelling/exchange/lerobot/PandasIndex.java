package whetstone.labelling.exchange.lerobot;

/**
 * The footer's word by which pandas takes the tasks' texts as the index of {@code tasks.parquet}: LeRobot asks for a task's name by the
 * index ({@code tasks.iloc[i].name}), and without this word gets a number. Both columns must be described, too
 * (pandas, "Storing pandas DataFrame objects in Apache Parquet format").
 */
final class PandasIndex {
    static final String OF_TASKS = """
            {"index_columns": ["task"], "column_indexes": [{"name": null, "field_name": null, "pandas_type": "unicode",
            "numpy_type": "object", "metadata": {"encoding": "UTF-8"}}], "columns": [{"name": "task_index", "field_name": "task_index",
            "pandas_type": "int64", "numpy_type": "int64", "metadata": null}, {"name": "task", "field_name": "task",
            "pandas_type": "unicode", "numpy_type": "object", "metadata": null}], "creator": {"library": "whetstone", "version": "1"},
            "pandas_version": "2.2.0"}""";

    private PandasIndex() {}
}
