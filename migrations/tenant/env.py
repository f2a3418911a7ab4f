"""The tenants' tree: autogeneration compares the models of all capabilities with a scratch namespace at the head.

Applying revisions is not done here: `tenants.revisions` renders them once, `tenants.fleet` applies the text.
"""

from importlib import import_module

from alembic import context
from alembic.operations import ops
from sqlalchemy.types import Enum, Text, TypeDecorator

from saas.core import walk
from saas.core.model import Model

for name in ("saas.core.audit",):
    import_module(name)
walk.modules("model")

metadata = Model.metadata
for table in metadata.tables.values():
    if table.info.get("append_only"):
        table.comment = "append-only"


def render_item(kind, item, _context):
    """Types of ours become the plain ones below them: a revision must not change when our code does."""
    if kind == "type" and isinstance(item, Enum):
        return "sa.Text()"
    if kind != "type" or type(item).__module__.startswith(("sqlalchemy.", "alembic.")):
        return False
    if isinstance(item, TypeDecorator):
        inner = item.impl_instance
        module = type(inner).__module__
        if ".dialects.postgresql" in module:
            return f"postgresql.{inner!r}"
        return f"sa.{inner!r}"
    return False


def settle(_context, _revision, directives):
    """Foreign keys of a circle come after all tables; nothing to do means no revision."""
    script = directives[0]
    made = [step.to_table() for step in script.upgrade_ops.ops if isinstance(step, ops.CreateTableOp)]
    late = [key.name for table in made for key in table.foreign_key_constraints if key.use_alter]
    by_table = {key.name: key for t in metadata.tables.values() for key in t.foreign_key_constraints}
    for step in script.upgrade_ops.ops:
        if isinstance(step, ops.CreateTableOp):
            step.columns = [c for c in step.columns if getattr(c, "name", None) not in late]
    for name in late:
        script.upgrade_ops.ops.append(ops.CreateForeignKeyOp.from_constraint(by_table[name]))
    script.downgrade_ops = ops.DowngradeOps([])
    if script.upgrade_ops.is_empty():
        directives.clear()


def compare_type(_context, _column, _inspected, inspected_type, metadata_type):
    """A choice is text in the database; its words stand in a CHECK."""
    return False if isinstance(metadata_type, Enum) and isinstance(inspected_type, Text) else None


def main():
    if context.is_offline_mode():
        context.configure(dialect_name="postgresql", target_metadata=metadata, literal_binds=True)
    else:
        context.configure(
            connection=context.config.attributes["connection"],
            target_metadata=metadata,
            version_table="alembic_version",
            compare_type=compare_type,
            compare_server_default=False,  # Alembic stumbles over generated columns; tests/tenants compares all
            render_item=render_item,
            process_revision_directives=settle,
            include_name=lambda name, kind, _parents: (kind, name) != ("table", "alembic_version"),
        )
    with context.begin_transaction():
        context.run_migrations()


main()
