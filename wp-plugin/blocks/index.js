// Entry of the editor's side of our blocks: a visible list, one import a block.
