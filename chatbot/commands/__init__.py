"""The commands, one module each; the command line loads a module only when its command is called."""
