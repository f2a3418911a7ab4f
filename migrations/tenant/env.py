"""The tenants' tree: autogeneration compares the models of all capabilities with a scratch namespace at the head.

Applying revisions is not done here: `tenants.revisions` renders them once, `tenants.fleet` applies the text.
"""

from alembic import context
from alembic.operations import ops
from sqlalchemy.types import TypeDecorator

from saas.local.differences import models, unseen

metadata = models()


def render_item(kind, item, _context):
    """Types of ours become the plain ones below them: a revision must not change when our code does."""
    if kind == "type" and isinstance(item, TypeDecorator):
        inner = item.impl_instance
        return f"postgresql.{inner!r}" if ".dialects.postgresql" in type(inner).__module__ else f"sa.{inner!r}"
    return False


def settle(migration, _revision, directives):
    """Foreign keys of a circle come after all tables; nothing to do means no revision."""
    script = directives[0]
    steps = script.upgrade_ops.ops
    made = [step.to_table() for step in steps if isinstance(step, ops.CreateTableOp)]
    late = [key.name for table in made for key in table.foreign_key_constraints if key.use_alter]
    for step in steps:
        if isinstance(step, ops.CreateTableOp):
            step.columns = [c for c in step.columns if getattr(c, "name", None) not in late]
    keys = {key.name: key for table in metadata.tables.values() for key in table.foreign_key_constraints}
    more = unseen(migration.connection, migration.connection.dialect.default_schema_name, metadata)
    later = [ops.CreateForeignKeyOp.from_constraint(keys[name]) for name in late]
    script.upgrade_ops.ops = [*more.before, *steps, *later, *more.after]
    script.downgrade_ops = ops.DowngradeOps([])
    if script.upgrade_ops.is_empty():
        directives.clear()


def main():
    if context.is_offline_mode():
        context.configure(dialect_name="postgresql", target_metadata=metadata, literal_binds=True)
    else:
        context.configure(
            connection=context.config.attributes["connection"],
            target_metadata=metadata,
            version_table="alembic_version",
            compare_type=True,
            compare_server_default=False,  # Alembic stumbles over generated columns
            render_item=render_item,
            process_revision_directives=settle,
            include_name=lambda name, kind, _parents: (kind, name) != ("table", "alembic_version"),
        )
    with context.begin_transaction():
        context.run_migrations()


main()
